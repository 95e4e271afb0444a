// npm run dev: serves the add-in over HTTPS with a development certificate and sideloads it into desktop Excel.
// The sideloading tool is fetched only here: it needs native parts that nobody without Excel should have to build.
import { spawn } from 'node:child_process';
import { ensureInstalled, root } from './install.mjs';

ensureInstalled();
const server = spawn(process.execPath, ['node_modules/webpack/bin/webpack.js', 'serve', '--mode', 'development'], { cwd: root, stdio: 'inherit' });
server.on('exit', (code) => process.exit(code ?? 0));
console.log('Serving the add-in on https://localhost:3000 with live rebuilds; Ctrl+C ends it.');
if (process.platform === 'win32' || process.platform === 'darwin') {
  spawn('npx', ['--yes', 'office-addin-debugging@7.0.0', 'start', 'manifest.xml', 'desktop', '--no-debug'], { cwd: root, stdio: 'inherit', shell: true });
} else {
  console.log('There is no desktop Excel on this system: upload manifest.xml in Excel on the web (Insert, Add-ins, Upload My Add-in).');
}
