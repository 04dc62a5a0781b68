// The dependency rule of docs/architecture.md, one rule an entry. Run by `npm run lint:architecture` and by `npm test`.
const feature = '^src/(trending|users|posts|downloads|ensembledata|health|metrics)/';

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    {
      name: 'no-circular',
      comment: 'A cycle means two files are one; merge them or move what both need.',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'tiktok-knows-no-http-edge',
      comment: 'The client is a library: values and ports come in, nothing of the app goes in.',
      severity: 'error',
      from: { path: '^src/tiktok/' },
      to: { path: '^src/(?!tiktok/|cache/(operation-cache\\.port|answer)\\.ts$)', pathNot: [] },
    },
    {
      name: 'nest-only-in-tiktok-module',
      comment: 'tiktok.module.ts is the one joint between the client and Nest.',
      severity: 'error',
      from: { path: '^src/tiktok/', pathNot: '^src/tiktok/tiktok\\.module\\.ts$' },
      to: { path: 'node_modules/@nestjs/' },
    },
    {
      name: 'sandbox-is-alone',
      comment: 'The emulator is written from the protocol, so that it can prove the client wrong.',
      severity: 'error',
      from: { path: '^src/sandbox/' },
      to: { path: '^src/(?!sandbox/)' },
    },
    {
      name: 'only-main-starts-the-sandbox',
      comment: 'Nothing but the start-up knows that a sandbox exists.',
      severity: 'error',
      from: { path: '^src/(?!sandbox/|main\\.ts$)' },
      to: { path: '^src/sandbox/' },
    },
    {
      name: 'tiktok-by-its-index',
      comment: 'Outside, the client is what tiktok/index.ts exports.',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/tiktok/' },
      to: { path: '^src/tiktok/', pathNot: '^src/tiktok/index\\.ts$' },
    },
    {
      name: 'parsers-are-pure',
      comment: 'Parsers read data and return models: no I/O, no clock, no log.',
      severity: 'error',
      from: { path: '^src/tiktok/(parsers|models)/', pathNot: '\\.spec\\.ts$' },
      to: {
        path: '^src/tiktok/(?!parsers/|models/|tiktok\\.errors\\.ts$|constants\\.ts$|status-codes\\.ts$)|^src/cache/|undici|^(node:)?(fs|net|http|https|dns|child_process|worker_threads)',
      },
    },
    {
      name: 'models-stand-alone',
      comment: 'Models are plain types.',
      severity: 'error',
      from: { path: '^src/tiktok/models/' },
      to: { pathNot: '^src/tiktok/models/' },
    },
    {
      name: 'transport-knows-no-source',
      comment: 'Transport carries requests; what they mean is decided above it.',
      severity: 'error',
      from: { path: '^src/tiktok/transport/', pathNot: '\\.spec\\.ts$' },
      to: { path: '^src/tiktok/(sources/|tiktok\\.client|source-ladder|operations)' },
    },
    {
      name: 'sources-know-no-client',
      comment: 'A source is one surface; order and health are decided above it.',
      severity: 'error',
      from: { path: '^src/tiktok/sources/', pathNot: '\\.spec\\.ts$' },
      to: { path: '^src/tiktok/(tiktok\\.client|source-ladder)' },
    },
    {
      name: 'cache-knows-no-tiktok',
      comment: 'The cache keeps answers of anything.',
      severity: 'error',
      from: { path: '^src/cache/' },
      to: { path: '^src/(tiktok|trending|users|posts|downloads|ensembledata|health|metrics)/' },
    },
    {
      name: 'features-do-not-import-features',
      comment: 'What two features need lives in tiktok/ (about TikTok) or http/ (about HTTP).',
      severity: 'error',
      from: { path: '^src/([^/]+)/', pathNot: '^src/(tiktok|cache|http|config|sandbox)/' },
      to: { path: feature, pathNot: '^src/$1/' },
    },
    {
      name: 'edge-knows-no-feature',
      comment: 'http/, cache/ and config/ serve every feature and know none.',
      severity: 'error',
      from: { path: '^src/(http|cache|config)/' },
      to: { path: feature },
    },
    {
      name: 'config-reads-nothing-of-ours',
      comment: 'Configuration is plain values.',
      severity: 'error',
      from: { path: '^src/config/', pathNot: '\\.spec\\.ts$' },
      to: { path: '^src/(?!config/)' },
    },
    {
      name: 'no-dev-dependencies',
      comment: 'What src/ imports must be installed in production.',
      severity: 'error',
      from: { path: '^src/', pathNot: '\\.spec\\.ts$' },
      to: { dependencyTypes: ['npm-dev', 'npm-no-pkg', 'npm-unknown'], dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'no-orphans',
      comment: 'A file that nothing imports is dead.',
      severity: 'error',
      from: { orphan: true, pathNot: '(\\.spec\\.ts|\\.d\\.ts|main\\.ts)$' },
      to: {},
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['node', 'require', 'import', 'types'] },
  },
};
