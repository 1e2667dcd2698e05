import { browser } from '../../browser';
import { alertId, type Cause, calmed, isOpen, putAside, raised, type Told } from '../../over-time/alert-book';
import { alertWords } from '../../over-time/alert-words';
import type { Alert } from '../../over-time/model';
import { alertsItem, rulesItem } from '../../store/care-items';
import { change, read } from '../../store/items';
import { drawSign } from '../toolbar-sign';

export type { Cause } from '../../over-time/alert-book';

/**
 * Raises an alert, or renews it; a notification at most once an hour for one cause. Gives whether it was news. Never
 * rejects.
 */
export async function raise(cause: Cause): Promise<boolean> {
  return raiseNow(cause).catch(() => false);
}

async function raiseNow(cause: Cause): Promise<boolean> {
  const mayTell = await mayNotify();
  const told: Told[] = [];
  await change(alertsItem, (all) => {
    const next = raised(all, cause, { now: Date.now(), mayTell });
    told.push(next);
    return next.alerts;
  });
  await drawSign();
  const { isNews = false, tell } = told.at(-1) ?? {};
  // It is on the disk that this was told: a background that dies here tells nobody, rather than two times.
  if (tell) await notify(tell).catch(() => undefined);
  return isNews;
}

/** Takes back an alert whose cause is gone. Never rejects. */
export async function calm(kind: Alert['kind'], subject: string): Promise<void> {
  await calmNow(alertId(kind, subject)).catch(() => undefined);
}

async function calmNow(id: string): Promise<void> {
  const known = (await read(alertsItem)).some((alert) => alert.id === id && alert.times > 0);
  if (!known) return;
  await change(alertsItem, (all) => calmed(all, id, Date.now()));
  await withdraw(id);
  await drawSign();
}

/** The alerts that nobody has dismissed, newest first. */
export async function list(): Promise<readonly Alert[]> {
  return openOf(await read(alertsItem));
}

export async function dismiss(id: string): Promise<readonly Alert[]> {
  const all = await change(alertsItem, (alerts) => putAside(alerts, id));
  await withdraw(id);
  await drawSign();
  return openOf(all);
}

/** Somebody has clicked a notification. */
export async function opened(id: string): Promise<void> {
  await withdraw(id);
  await browser.tabs.create({ url: browser.runtime.getURL('/options.html#over-time') });
}

function openOf(all: readonly Alert[]): readonly Alert[] {
  return all.filter(isOpen).toSorted((a, b) => b.at - a.at);
}

async function mayNotify(): Promise<boolean> {
  const { notify } = await read(rulesItem);
  return notify && browser.notifications !== undefined && isAllowed();
}

/** It can be taken back at any time, and the browser's own object may outlive that. */
function isAllowed(): Promise<boolean> {
  return browser.permissions.contains({ permissions: ['notifications'] });
}

async function notify(alert: Alert): Promise<void> {
  const { title, text } = alertWords(alert, (await read(rulesItem)).zone);
  const iconUrl = browser.runtime.getURL('/icons/128.png');
  await browser.notifications.create(alert.id, { type: 'basic', iconUrl, title, message: text });
}

async function withdraw(id: string): Promise<void> {
  await browser.notifications?.clear(id).catch(() => undefined);
}
