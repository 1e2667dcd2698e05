/** Strokes on a 16 px grid, for faces that are not there at once. */
export const moreIcons = {
  up: 'M4 10l4-4 4 4',
  back: 'M10 3.5 5.5 8l4.5 4.5',
  next: 'M6 3.5 10.5 8 6 12.5',
  copy: 'M6 5.5h7.5v8H6zM10.5 5.5v-3H3v8h3',
  side: 'M2.5 3h11v10h-11zM10 3v10',
  save: 'M8 2.5v7.5M5 7l3 3 3-3M3 13.5h10',
  close: 'M4 4l8 8M12 4l-8 8',
  lock: 'M3.5 7h9v6.5h-9zM5.5 7V5a2.5 2.5 0 0 1 5 0v2M8 9.5v1.5',
} as const;
