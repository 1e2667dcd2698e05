import * as v from 'valibot';
import type { OwnRows } from '../../bridge/answer';
import { sitesShape } from '../../store/items';
import * as pages from '../pages';
import * as sites from '../sites';
import { nothing, text } from './shapes';

export const rows: OwnRows<'page' | 'picture' | 'site'> = {
  'page.invites': { takes: v.number(), does: pages.view },
  'picture.take': { takes: text, does: async (id) => (await import('../pictures')).take(id) },
  'site.list': { takes: nothing, does: sites.list },
  'site.change': { takes: v.partial(sitesShape), does: sites.change },
};
