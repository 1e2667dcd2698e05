import type { Campaign, Entry } from '../../over-time/model';
import { rhythmWords } from '../../over-time/rhythm-words';
import { say } from '../../words';

/** Why a link was changed by itself, for the record: "By appointment: every day at 02:00". */
export function reasonFor({ rhythm }: Pick<Entry, 'rhythm'>, campaign: Campaign | undefined, zone: string): string {
  if (campaign) return say('reasonCampaignOver', campaign.name);
  return rhythm ? say('reasonByAppointment', rhythmWords(rhythm, zone)) : say('reasonByAppointmentOnly');
}
