/** Every test of src/domain and src/tables in one file, so that a changed program is loaded once for all of them: `npm run mutation`. */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';

for (const folder of ['domain', 'tables']) {
  const files = readdirSync(join(__dirname, '..', folder)).filter((name) => name.endsWith('.test.ts'));
  for (const file of files) {
    try {
      jest.requireActual(join('..', folder, file));
    } catch (error) {
      // A change with which the tests cannot even be set up is a change that they found.
      test(`${folder}/${file} can be set up`, () => {
        throw error;
      });
    }
  }
}
