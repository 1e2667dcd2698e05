/** A server's address as people read it: https goes without saying. */
export function shownServer(server: string): string {
  return server.replace(/^https:\/\//, '');
}
