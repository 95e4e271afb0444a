/** A page of an add-in on its way through the workbench's server. */
import { addInAddress, localPath } from '../../../src/workbench/addin/addresses';
import { servedPage, servedPolicy } from '../../../src/workbench/addin/servedPage';

const origins = ['https://addin.example', 'https://cdn.example'];

describe('a served page', () => {
  it('runs the connection to the host before all other scripts and before its own policy', () => {
    const html = servedPage('<!doctype html><html><head lang="en"><meta http-equiv="Content-Security-Policy" content="script-src \'none\'"><script src="a.js"></script></head></html>', origins);
    expect(html).toContain('<head lang="en"><script src="/workbench/connect.js"></script><meta');
  });

  it('is connected without a head, too, and a header is no head', () => {
    expect(servedPage('<!DOCTYPE html><header>Hi</header>', origins)).toBe('<!DOCTYPE html><script src="/workbench/connect.js"></script><header>Hi</header>');
    expect(servedPage('<p>Hi</p>', origins)).toBe('<script src="/workbench/connect.js"></script><p>Hi</p>');
  });

  it.each(['https://appsforoffice.microsoft.com/lib/1/hosted/office.js', '//appsforoffice.microsoft.com/lib/beta/hosted/office.debug.js', 'https://appsforoffice.microsoft.com/lib/1.1/hosted/office.js'])(
    'takes %s from this computer',
    (address) => {
      expect(servedPage(`<head><script src="${address}"></script></head>`, origins)).toContain(`src="/workbench/office/${address.slice(address.lastIndexOf('/') + 1)}"`);
    },
  );

  it('has its own addresses on this server, and those of others where they were', () => {
    const html = servedPage('<head></head><img src="https://addin.example/a.png"><img src="https://cdn.example/b.png"><img src="https://addin.example.evil/c.png">', origins);
    expect(html).toContain('src="/a.png"');
    expect(html).toContain('src="/workbench/origin/1/b.png"');
    expect(html).toContain('src="https://addin.example.evil/c.png"');
  });

  it('keeps a policy that allowed its origin and Microsoft\'s, and lets the workbench frame it', () => {
    expect(servedPolicy("default-src 'none'; script-src https://addin.example https://appsforoffice.microsoft.com; frame-ancestors https://*.office.com; img-src https://pictures.example", origins)).toBe(
      "default-src 'none'; script-src 'self' 'self';  img-src https://pictures.example",
    );
  });
});

describe('an address', () => {
  it.each(['https://addin.example/app/page.html?x=1#top', 'https://cdn.example/deep/b.json'])('%s is found again behind its path on this server', (address) => {
    expect(addInAddress(localPath(address, origins), origins)?.href).toBe(address);
  });

  it('of an origin that the manifest does not name is left alone, and a path of ours is nobody\'s', () => {
    expect(localPath('https://other.example/a', origins)).toBe('https://other.example/a');
    expect(addInAddress('/workbench/main.js', origins)).toBeNull();
    expect(addInAddress('/workbench/origin/7/secret', origins)).toBeNull();
  });
});
