import type { Database } from '@hemgang/store';
import { MachineClientStore, WebhookEndpointStore, WebhookStore } from '@hemgang/store';
import type { WorkflowRegistry } from '../registry';
import { WebhookAdministration } from '../webhooks/webhook-administration';
import type { DirectoryChanges } from './changes';
import { MachineClients } from './machine-clients';
import { scopesOf } from './scopes';

/** What a controller's own systems have to do with: how they get in, and where they are told. */
export interface Programs {
  readonly machineClients: MachineClients;
  readonly webhooks: WebhookAdministration;
  /** What is to be sent to them. */
  readonly webhookStore: WebhookStore;
}

export interface ProgramsGround {
  readonly changes: DirectoryChanges;
  readonly works: Database;
  readonly registry: WorkflowRegistry;
  readonly mode: 'demo' | 'production';
  /** Something may be due to be sent. */
  readonly webhooksChanged: () => void;
}

export function openPrograms(ground: ProgramsGround): Programs {
  const { changes, works, registry, mode, webhooksChanged } = ground;
  const scopes = scopesOf(registry.newest.map(({ definition }) => definition));
  const endpoints = new WebhookEndpointStore(works);
  return {
    machineClients: new MachineClients(changes, new MachineClientStore(works), scopes),
    webhooks: new WebhookAdministration(changes, endpoints, mode, webhooksChanged),
    webhookStore: new WebhookStore(works),
  };
}
