import { ANNA, MARIA } from '@hemgang/testing';
import { ApiServer } from './api-server.fixture';
describe('smoke', () => {
  let api: ApiServer;
  beforeAll(async () => { api = await ApiServer.start(); }, 60000);
  afterAll(() => api.stop());
  it('x', async () => {
    for (const p of ['/health/live','/health/ready','/metrics','/api/openapi.json','/api/docs','/','/nope','/api/nope','/api/v1/demo/users','/api/v1/demo/clock','/api/v1/me','/api/v1/discharges']) {
      const a = await api.get(p);
      console.log(p, a.status, JSON.stringify([...a.headers]), a.text.slice(0,300));
    }
    for (const p of ['/api/v1/me','/api/v1/discharges','/api/v1/duties?limit=3','/api/v1/notices','/api/v1/units','/api/v1/nope']) {
      const a = await api.get(p, ANNA);
      console.log(p, a.status, a.text.slice(0,300));
    }
    const open = await api.post('/api/v1/discharges', api.county.admission(), ANNA);
    console.log(open.status, JSON.stringify([...open.headers]), open.text.slice(0, 1500));
    const ev = await api.get(`/api/v1/discharges/${open.body.id}/events`, ANNA);
    console.log(ev.status, ev.text.slice(0,1000));
    console.log((await api.get('/metrics')).text.split('\n').filter(l => /^(http|hemgang)/.test(l)).join('\n'));
    console.log(api.log.slice(-5));
    const x = await api.get(`/api/v1/discharges/${open.body.id}`, MARIA);
    console.log(x.status, x.text);
  });
});
