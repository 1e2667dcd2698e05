import { defineUnlistedScript } from '#imports';
import { floatingCard } from '../components/page/floating-card';
import { presence } from '../utils/page/presence';

export default defineUnlistedScript(() => {
  const here = presence();
  if (!here) return;
  here.card ??= floatingCard(here);
  if (here.reached) here.card.open(here.reached);
});
