export { readConfig, type Config, type ConfigResult } from './config';
