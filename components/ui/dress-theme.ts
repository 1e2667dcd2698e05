import type { Settings } from '../../utils/model/settings';

/** Light, dark, or as the system has it. */
export function dressTheme(theme: Settings['theme']): void {
  document.documentElement.dataset.theme = theme;
}
