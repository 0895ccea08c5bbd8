import { defineStrings } from '../../i18n/widgetStrings.ts'
import type spec from './spec.ts'
import { text as en, words as english } from './strings/en.ts'
import { text as zh, words as chinese } from './strings/zh.ts'

export default defineStrings<typeof spec>()({
  en: { ...english, text: en },
  zh: { ...chinese, text: zh },
})
