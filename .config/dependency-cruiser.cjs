/**
 * The layers of the house. A reader's gesture runs one way: see "Architecture" in CONTRIBUTING.md.
 * Each rule forbids an arrow; the law test fails on any of them and on any circle.
 */
const layer = (name, from, mayImport) => ({
  name,
  comment: `${from} may import only: ${mayImport.join(', ') || 'nothing'}`,
  severity: 'error',
  from: { path: from },
  to: { path: '^(src|chapters)/', pathNot: [from.replace(/\(\[\^\/\]\+\)/g, '$1'), ...mayImport] },
})

module.exports = {
  forbidden: [
    {
      name: 'no-circles',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    { name: 'no-missing', severity: 'error', from: {}, to: { couldNotResolve: true, pathNot: '^virtual:' } },
    layer('math', '^src/math/', []),
    layer('protocol', '^src/protocol/', ['^src/math/']),
    layer('i18n', '^src/i18n/', ['^src/protocol/', '^src/math/']),
    layer('core', '^src/core/', ['^src/protocol/', '^src/math/']),
    layer('worker', '^src/worker/', [
      '^src/core/',
      '^src/protocol/',
      '^src/math/',
      '^src/widgets/[^/]+/(experiment|spec)\\.ts$',
    ]),
    layer('headless', '^src/headless/', [
      '^src/core/',
      '^src/protocol/',
      '^src/math/',
      '^src/book/(chapter|homeFigure)\\.ts$',
      '^src/widgets/[^/]+/(experiment|spec)\\.ts$',
      '^chapters/[^/]+/chapter\\.ts$',
    ]),
    layer('charts', '^src/charts/', ['^src/i18n/', '^src/math/', '^src/protocol/', '^src/ui/']),
    layer('ui', '^src/ui/', ['^src/i18n/', '^src/math/', '^src/protocol/']),
    layer('player', '^src/player/', [
      '^src/(charts|ui|i18n|protocol|math)/',
      '^src/widgets/[^/]+/(spec\\.ts|View\\.tsx|strings\\.ts)$',
      '^src/worker/main\\.ts$',
    ]),
    layer('book', '^src/book/', [
      '^src/(player|charts|ui|i18n|protocol|math)/',
      '^src/widgets/[^/]+/spec\\.ts$',
      '^chapters/',
    ]),
    layer('chapters', '^chapters/', [
      '^src/widgets/[^/]+/spec\\.ts$',
      '^src/(book/chapter|protocol/|i18n/|math/)',
    ]),
    {
      name: 'widgets-apart',
      comment: 'A widget never imports another widget',
      severity: 'error',
      from: { path: '^src/widgets/([^/]+)/' },
      to: { path: '^src/widgets/', pathNot: '^src/widgets/$1/' },
    },
    {
      name: 'spec-is-light',
      severity: 'error',
      from: { path: '^src/widgets/[^/]+/spec(\\.ts$|/)' },
      to: { path: '^(src|chapters)/', pathNot: ['^src/(protocol|math)/', '^src/widgets/'] },
    },
    {
      name: 'experiment-is-worker-side',
      severity: 'error',
      from: { path: '^src/widgets/[^/]+/(experiment\\.ts$|model/)' },
      to: {
        path: '^(src|chapters)/',
        pathNot: ['^src/(core|protocol|math)/', '^src/widgets/[^/]+/(spec\\.ts|spec/|model/)'],
      },
    },
    {
      name: 'view-is-page-side',
      severity: 'error',
      from: { path: '^src/widgets/[^/]+/(View\\.tsx|strings\\.ts|strings/|view/)' },
      to: {
        path: '^(src|chapters)/',
        pathNot: [
          '^src/(charts|ui|i18n|protocol|math)/',
          '^src/widgets/[^/]+/(spec\\.ts|spec/|strings\\.ts|strings/|view/)',
        ],
      },
    },
    {
      name: 'tfjs-behind-one-door',
      comment:
        'Only the backend folder of the core knows tfjs packages; everything else goes through core/backend/tf.ts',
      severity: 'error',
      from: { path: '^(src|chapters)/', pathNot: '^src/core/backend/' },
      to: { path: 'node_modules/@tensorflow/' },
    },
    {
      name: 'no-react-in-the-core',
      severity: 'error',
      from: { path: '^src/(math|protocol|core|worker|headless)/|^src/widgets/[^/]+/(spec|experiment)\\.ts$' },
      to: { path: 'node_modules/(react|react-dom)/' },
    },
    {
      name: 'plain-chrome',
      comment: 'Page chrome is plain DOM: React arrives with the first island',
      severity: 'error',
      from: { path: '^src/book/chrome/' },
      to: { path: 'node_modules/(react|react-dom)/' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'browser', 'default', 'types'],
    },
  },
}
