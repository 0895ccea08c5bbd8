/** Words a reader sees, in both languages. Ids are never shown. */
export interface Labels {
  readonly en: string
  readonly zh: string
}
