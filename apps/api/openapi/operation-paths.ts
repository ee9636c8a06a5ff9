import { json, OPEN, type Operation, type Paths } from './operation';
import { problemAnswers } from './problem-schemas';

const OPERATIONS = 'operations';

const status = {
  type: 'object',
  required: ['status'],
  properties: { status: { type: 'string' } },
};

/** What those who run the service ask. */
export const operationPaths: Paths = {
  '/health/live': { get: health('isLive', 'The process answers') },
  '/health/ready': { get: health('isReady', 'The service can do its work') },
  '/metrics': {
    get: {
      ...OPEN,
      operationId: 'getMetrics',
      tags: [OPERATIONS],
      summary: 'Figures for Prometheus',
      responses: {
        200: { description: 'Figures', content: { 'text/plain': { schema: { type: 'string' } } } },
        ...problemAnswers(),
      },
    },
  },
  '/.well-known/security.txt': {
    get: {
      ...OPEN,
      operationId: 'getSecurityText',
      tags: [OPERATIONS],
      summary: 'Where to tell of a hole (RFC 9116)',
      responses: {
        200: { description: 'Text', content: { 'text/plain': { schema: { type: 'string' } } } },
        ...problemAnswers(404),
      },
    },
  },
  '/api/openapi.json': {
    get: {
      ...OPEN,
      operationId: 'getDescription',
      tags: [OPERATIONS],
      summary: 'This document',
      responses: {
        200: { description: 'OpenAPI 3.1', ...json({ type: 'object' }) },
        ...problemAnswers(),
      },
    },
  },
};

function health(operationId: string, summary: string): Operation {
  return {
    ...OPEN,
    operationId,
    tags: [OPERATIONS],
    summary,
    responses: { 200: { description: summary, ...json(status) }, ...problemAnswers() },
  };
}
