/** Typography of Chinese that browsers leave to the author. */

const HAN = String.raw`[\p{Script=Han}\u3000-\u303f\uff00-\uffef“”‘’…—]`
const BROKEN_LINE = new RegExp(String.raw`(?<=${HAN}|^)[ \t]*\n[ \t]*|[ \t]*\n[ \t]*(?=${HAN}|$)`, 'gu')

/** A line break in the source of a Chinese text is no space, unless it stands between Latin words. */
export const joinLines = (value: string): string => value.replace(BROKEN_LINE, '')

const SPACE_AFTER_MARK = /(?<=[）。，；：！？、”](?:<\/\w+>)*) +(?=[\p{Script=Han}<])/gu

/** A number that a reference or a parameter ends with, right before a Han character. */
const NUMBER_BEFORE_HAN =
  /((?:<a class="ref"[^>]*>[^<]*\d<\/a>)|(?:<span class="scrub"[^>]*>[^<]*<\/span>))(?=\p{Script=Han})/gu

/**
 * Spaces that an author of Chinese can't see: full-width marks bring their own, so one typed behind a citation is too
 * much; a number and a Han character want one. Code is left alone.
 */
export const setSpaces = (html: string): string =>
  html
    .split(/(<pre[\s\S]*?<\/pre>)/)
    .map((part, i) =>
      i % 2 === 1 ? part : part.replace(SPACE_AFTER_MARK, '').replace(NUMBER_BEFORE_HAN, '$1 '),
    )
    .join('')
