/** Made by the site's plugin: one lazily loaded module per widget, holding its declaration, its View and its words. */
declare module 'virtual:widgets' {
  export const widgets: unknown
}
