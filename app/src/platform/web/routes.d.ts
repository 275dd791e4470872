/** Made at build time from the list of actions: where each lives on HTTP. */
declare module 'virtual:routes' {
  export const routes: Readonly<Record<string, readonly [method: 'GET' | 'POST', path: string]>>;
}
