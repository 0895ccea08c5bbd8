/** What every page runs: plain DOM, no framework. Figures bring React with them when they wake. */
import './fonts.css'
import 'katex/dist/katex.min.css'
import '../ui/styles.css'
import './book.css'
import { setUpCode } from './chrome/code.ts'
import { setUpContents } from './chrome/contents.ts'
import { setUpEquations } from './chrome/equations.ts'
import { setUpExercises } from './chrome/exercises.ts'
import { setUpFind } from './chrome/find.ts'
import { setUpIslands } from './chrome/islands.ts'
import { setUpLanguage } from './chrome/language.ts'
import { setUpNotes } from './chrome/notes.ts'
import { setUpOffline } from './chrome/offline.ts'
import { setUpParams } from './chrome/params.ts'
import { setUpPosition } from './chrome/position.ts'
import { setUpPredict } from './chrome/predict.ts'
import { setUpPreviews } from './chrome/previews.ts'
import { setUpRanFigures } from './chrome/ranFigures.ts'
import { setUpSettings } from './chrome/settings.ts'

setUpSettings()
setUpContents()
setUpLanguage()
setUpParams()
setUpRanFigures()
setUpPosition()
setUpCode()
setUpPredict()
setUpExercises()
setUpPreviews()
setUpEquations()
setUpNotes()
setUpFind()
setUpIslands()
setUpOffline()
