// The last step of the build: it fails when a workflow is not sound.
import { look } from './looked-at';
import { IN_USE } from './registry';

look(IN_USE);
