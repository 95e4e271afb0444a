/**
 * The add-in as Excel loads it: one page for the shared runtime, scripts that share their modules.
 * functions.js and commands.js are small and run first: they tell Excel of every function and of the ribbon's button. answerers.js, fetched
 * beside them, reads and judges, for the functions and the pane alike; taskpane.js is the pane with its first page. What is left is fetched
 * when it is wanted: writeQbr.js writes reviews, and each further page is a script of its own.
 */
const { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } = require('node:fs');
const { tmpdir } = require('node:os');
const path = require('node:path');
const CopyPlugin = require('copy-webpack-plugin');
const { generateCustomFunctionsMetadata } = require('custom-functions-metadata');
const { OfficeAddinManifest } = require('office-addin-manifest');
const TerserPlugin = require('terser-webpack-plugin');
const ts = require('typescript');
const webpack = require('webpack');

const { createDarkTheme, createLightTheme, tokens } = require('@fluentui/react-components');

const LOCAL = 'https://localhost:3000';

/** functions.json from the comments in functions.ts; errors in passed ranges are ours to report, so Excel must let them through. */
class FunctionsMetadata {
  apply(compiler) {
    const source = path.resolve(__dirname, 'src/functions/functions.ts');
    compiler.hooks.thisCompilation.tap('FunctionsMetadata', (compilation) => {
      compilation.fileDependencies.add(source);
      compilation.hooks.processAssets.tapPromise({ name: 'FunctionsMetadata', stage: webpack.Compilation.PROCESS_ASSETS_STAGE_ADDITIONAL }, async () => {
        const { errors, metadataJson } = await generateCustomFunctionsMetadata(source);
        for (const error of errors) compilation.errors.push(new webpack.WebpackError(`${source} ${error}`));
        if (errors.length) return;
        const metadata = { allowErrorForDataTypeAny: true, ...JSON.parse(metadataJson) };
        compilation.emitAsset('functions.json', new webpack.sources.RawSource(`${JSON.stringify(metadata, null, 2)}\n`));
      });
    });
  }
}

/** manifest.xml with every localhost address replaced; what office-addin-manifest cannot read is not shipped. */
class Manifest {
  constructor(address, development) {
    this.address = address;
    this.development = development;
  }

  async text(source) {
    const folder = mkdtempSync(path.join(tmpdir(), 'manifest-'));
    const file = path.join(folder, 'manifest.xml');
    try {
      writeFileSync(file, readFileSync(source, 'utf8').replaceAll(LOCAL, this.address));
      const { displayName } = await OfficeAddinManifest.readManifestFile(file);
      // A copy served from a developer's machine must be told from the released add-in in Excel's lists.
      if (this.development) await OfficeAddinManifest.modifyManifestFile(file, undefined, `${displayName} (dev)`);
      return readFileSync(file, 'utf8');
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  }

  apply(compiler) {
    const source = path.resolve(__dirname, 'manifest.xml');
    compiler.hooks.thisCompilation.tap('Manifest', (compilation) => {
      compilation.fileDependencies.add(source);
      compilation.hooks.processAssets.tapPromise({ name: 'Manifest', stage: webpack.Compilation.PROCESS_ASSETS_STAGE_ADDITIONAL }, async () => {
        compilation.emitAsset('manifest.xml', new webpack.sources.RawSource(await this.text(source)));
      });
    });
  }
}

/**
 * taskpane.html with its scripts named for what they hold: whoever loads the page gets the scripts that were built with it, whatever an older
 * copy of one of them a cache keeps. The runtime in functions.js asks for further scripts by such names too.
 */
class Page {
  apply(compiler) {
    const source = path.resolve(__dirname, 'src/taskpane/taskpane.html');
    compiler.hooks.thisCompilation.tap('Page', (compilation) => {
      compilation.fileDependencies.add(source);
      // Before the hashes of the names are taken anew of what is written in the end, which goes for this page too.
      compilation.hooks.processAssets.tap({ name: 'Page', stage: webpack.Compilation.PROCESS_ASSETS_STAGE_OPTIMIZE_INLINE }, () => {
        const named = (name) => [...(compilation.namedChunks.get(name)?.files ?? [])].find((file) => file.startsWith(`${name}.js`));
        const html = readFileSync(source, 'utf8').replace(/(?<= src=")(\w+)\.js(?=")/g, (_written, name) => named(name));
        compilation.emitAsset('taskpane.html', new webpack.sources.RawSource(html));
      });
    });
  }
}

/** Whether a module is part of what answers the functions. */
const answers = (module, { chunkGraph }) => [...chunkGraph.getModuleChunksIterable(module)].some(({ name }) => name === 'functionAnswers');

/** A script that is fetched when it is wanted is named for the files that it brings: taskpane_partner_partnerPage. */
const scriptName = ({ chunk: { name, id } }) => `${name ?? String(id).replaceAll('src_', '').replaceAll(/_tsx?(?=-|$)/g, '')}.js?v=[contenthash:8]`;

/** `tokens.fontSizeBase300` becomes the text that it stands for, so that the table of all of Fluent's tokens need not be loaded. */
const tokenTexts = ({ factory }) => (file) => {
  const visit = (node) => {
    const isToken = ts.isPropertyAccessExpression(node) && ts.isIdentifier(node.expression) && node.expression.text === 'tokens' && node.name.text in tokens;
    return isToken ? factory.createStringLiteral(tokens[node.name.text]) : ts.visitEachChild(node, visit, undefined);
  };
  return ts.visitNode(file, visit);
};

const filesUnder = (folder, ending) =>
  readdirSync(folder, { recursive: true }).filter((name) => name.endsWith(ending)).map((name) => readFileSync(path.join(folder, name), 'utf8'));

/** The tokens that the pane, and what it has of Fluent, ask for. */
function wantedTokens() {
  const fluent = ['react-provider', 'react-tabster'].flatMap((name) => filesUnder(path.join(path.dirname(require.resolve(`@fluentui/${name}/package.json`)), 'lib'), '.js'));
  const own = [...filesUnder(path.resolve(__dirname, 'src/taskpane'), '.tsx'), ...filesUnder(path.resolve(__dirname, 'src/taskpane'), '.ts')];
  const names = [...own.flatMap((text) => [...text.matchAll(/\b(?:tokens|light|dark)\.(\w+)/g)]), ...fluent.flatMap((text) => [...text.matchAll(/var\(--(\w+)\)/g)])];
  return new Set(names.map(([, name]) => name).filter((name) => name in tokens));
}

/** `createLightTheme(accent)` becomes the theme that it makes, of the tokens that are wanted: the palettes behind it need not be loaded. */
const themeTexts = ({ factory }) => (file) => {
  const makers = { createLightTheme, createDarkTheme };
  const shades = {};
  const find = (node) => {
    if (ts.isVariableDeclaration(node) && node.name.getText(file) === 'accent') for (const { name, initializer } of node.initializer.properties) shades[name.text] = initializer.text;
    ts.forEachChild(node, find);
  };
  if (!file.fileName.endsWith('paneTheme.ts')) return file;
  find(file);
  const wanted = wantedTokens();
  const visit = (node) => {
    const maker = ts.isCallExpression(node) ? makers[node.expression.getText(file)] : undefined;
    if (maker === undefined) return ts.visitEachChild(node, visit, undefined);
    const entries = Object.entries(maker(shades)).filter(([name]) => wanted.has(name));
    return factory.createObjectLiteralExpression(entries.map(([name, value]) => factory.createPropertyAssignment(name, typeof value === 'number' ? factory.createNumericLiteral(value) : factory.createStringLiteral(String(value)))));
  };
  return ts.visitNode(file, visit);
};

module.exports = async (env, { mode = 'production' }) => {
  const development = mode === 'development';
  const address = (process.env.ADDIN_URL ?? LOCAL).replace(/\/+$/, '');
  return {
    mode,
    devtool: development ? 'source-map' : false,
    entry: {
      functions: './src/functions/functions.ts',
      commands: { import: './src/commands/commands.ts', dependOn: 'functions' },
      taskpane: { import: './src/taskpane/index.tsx', dependOn: ['functions', 'commands'] },
    },
    output: {
      path: path.resolve(__dirname, 'dist'),
      filename: '[name].js?v=[contenthash:8]',
      chunkFilename: scriptName,
      // As the page writes it: so the runtime knows the page's own element for a script that is being fetched.
      publicPath: '',
      clean: true,
      environment: { module: false },
    },
    target: ['web', 'es2021'],
    resolve: { extensions: ['.tsx', '.ts', '.js'] },
    module: {
      rules: [{
        test: /\.tsx?$/,
        exclude: /node_modules/,
        // No file of ours is imported for what merely loading it does.
        sideEffects: false,
        loader: 'ts-loader',
        options: { transpileOnly: true, compilerOptions: { noEmit: false }, getCustomTransformers: () => ({ before: [themeTexts, tokenTexts] }) },
      }],
    },
    optimization: {
      minimizer: [new TerserPlugin({ extractComments: false, terserOptions: { ecma: 2021, compress: { passes: 2 }, format: { comments: false } } })],
      chunkIds: 'named',
      splitChunks: {
        cacheGroups: {
          // In no other script a second time: whoever needs any of it waits for this one.
          answerers: { name: 'answerers', test: answers, chunks: 'all', enforce: true, priority: 1 },
          // What several pages, or several writers, have in common.
          parts: { name: 'parts', test: /src.taskpane/, chunks: 'async', minChunks: 2, enforce: true },
          sheets: { name: 'sheets', test: /src.(excel|report|domain|tables)/, chunks: 'async', minChunks: 2, enforce: true },
        },
      },
    },
    performance: { hints: false },
    plugins: [
      new FunctionsMetadata(),
      new Manifest(address, development),
      new Page(),
      new CopyPlugin({
        patterns: [
          { from: 'assets/*.png' },
          { from: 'assets/*.html', to: '[name][ext]' },
        ],
      }),
    ],
    devServer: development
      ? { port: 3000, hot: false, server: { type: 'https', options: await require('office-addin-dev-certs').getHttpsServerOptions() }, static: false, headers: { 'Access-Control-Allow-Origin': '*' } }
      : undefined,
  };
};
