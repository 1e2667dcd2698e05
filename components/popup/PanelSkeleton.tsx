/** The shape of a panel whose group is not known yet. The static page draws the same before any script runs. */
export function PanelSkeleton() {
  return (
    <div class="panel" aria-hidden="true">
      <div class="skeleton head" />
      <div class="link-face">
        <div class="skeleton qr" />
        <div class="link-facts">
          <div class="skeleton line" />
          <div class="skeleton line short" />
        </div>
      </div>
      <div class="skeleton action" />
    </div>
  );
}
