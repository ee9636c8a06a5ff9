import { DataSource } from 'typeorm';
import type { Database } from './database';
import { mapDatabaseError } from './database-unavailable';
import { MIGRATIONS } from './migrations';
import type { Statement } from './statement';
