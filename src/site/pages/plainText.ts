/** The words of a piece of HTML; a formula counts by what is seen of it. */
export const plainText = (html: string): string =>
  html
    .replace(/<annotation[^>]*>[\s\S]*?<\/annotation>/g, '')
    .replace(/<[^>]+>/g, '')
    .replace(/\s+/g, ' ')
    .trim()
