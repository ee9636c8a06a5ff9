import { ForwardMigration } from './forward-migration';

/**
 * A saved view is of the worklist or of the statistics (record 45). Its query is what stands in that
 * page's address: words of closed sets, places and days, which the edge and the use case judge by page;
 * here no value can hold more than that. Names are one's own by page.
 *
 * Who reads and writes: as before (0068).
 */
export class ViewsOfPages1795300000081 extends ForwardMigration {
  protected readonly sql = `
    alter table saved_views
      add column page text not null default 'worklist' check (page in ('worklist', 'figures')),
      add column query jsonb;
    update saved_views set query = jsonb_build_object('visa', visa, 'ordna', ordna);
    alter table saved_views
      alter column page drop default,
      alter column query set not null,
      drop column visa,
      drop column ordna,
      add constraint saved_views_query check (
        jsonb_typeof(query) = 'object' and not jsonb_path_exists(query,
          'strict $.* ? (@.type() != "string" || !(@ like_regex "^[a-z0-9:-]{1,80}$"))')),
      drop constraint saved_views_of_unit,
      add constraint saved_views_of_unit unique (unit, staff, page, name);`;
}
