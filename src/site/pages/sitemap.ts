/** The sitemap: every page, with its counterpart in the other language. */
export function renderSitemap(routes: readonly string[], siteUrl: string): string {
  const urls = routes.map((route) => {
    const path = route.replace(/^(en|zh)\//, '')
    return `<url><loc>${siteUrl}${route}</loc><xhtml:link rel="alternate" hreflang="en" href="${siteUrl}en/${path}"/><xhtml:link rel="alternate" hreflang="zh-Hans" href="${siteUrl}zh/${path}"/></url>`
  })
  return `<?xml version="1.0" encoding="UTF-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">
${urls.join('\n')}
</urlset>
`
}
