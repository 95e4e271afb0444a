// npm run lint: the style of the code and who imports whom; ends with one line.
import { ensureInstalled, run } from './install.mjs';

ensureInstalled();
run(process.execPath, ['node_modules/eslint/bin/eslint.js', '.', '--max-warnings', '0']);
run(process.execPath, ['node_modules/dependency-cruiser/bin/dependency-cruise.mjs', 'src', 'test/secondOpinion', '--config', '.dependency-cruiser.cjs']);
console.log('Lint and folder boundaries: nothing to mend.');
