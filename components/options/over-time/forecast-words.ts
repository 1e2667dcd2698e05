import type { Forecast } from '../../../utils/over-time/model';
import { say, type Word } from '../../../utils/words';
import { dayIn } from '../../ui/zone-times';

const plain: Readonly<Record<'far' | 'steady' | 'shrinking' | 'unknown', Word>> = {
  far: 'forecastFar',
  steady: 'forecastSteady',
  shrinking: 'forecastShrinking',
  unknown: 'forecastUnknown',
};

/** When a group fills up, with how sure that is: "About 12 May, between 8 and 20 May". */
export function forecastWords(forecast: Forecast, zone: string): string {
  if (forecast.kind === 'reached') return say('forecastReached', dayIn(forecast.since, zone));
  if (forecast.kind !== 'on') return say(plain[forecast.kind]);
  const { at, from, to } = forecast;
  if (to === undefined) return say('forecastOnOpen', dayIn(at, zone), dayIn(from, zone));
  return say('forecastOn', dayIn(at, zone), dayIn(from, zone), dayIn(to, zone));
}
