/** A page of an add-in as the workbench serves it: the host is connected first, and office.js comes from this computer. */
import { OFFICE_PATH, OWN_PATH, localPath } from './addresses';

const OFFICE_CDN = 'https://appsforoffice.microsoft.com';
const CONNECT = `<script src="${OWN_PATH}connect.js"></script>`;
const CONTENT_POLICY = /(<meta[^>]+http-equiv=["']?Content-Security-Policy["']?[^>]+content=")([^"]*)(")/gi;
const OFFICE_SCRIPT = /(?:https?:)?\/\/appsforoffice\.microsoft\.com\/lib\/[^/"'\s]+\/hosted\//gi;

/** `html` changes in three places: our script before all others, office.js's address, and the add-in's own origins. */
export function servedPage(html: string, origins: readonly string[]): string {
  const allowed = html.replace(CONTENT_POLICY, (_meta, before: string, policy: string, after: string) => before + servedPolicy(policy, origins) + after);
  const linked = origins.reduce(
    (text, origin) => text.replace(new RegExp(`${escaped(origin)}(?=[/"'\\s])`, 'g'), localPath(`${origin}/`, origins).slice(0, -1)),
    allowed.replace(OFFICE_SCRIPT, OFFICE_PATH),
  );
  // Before any policy of the page's own, so that it need not allow us.
  const opening = /<head(?:\s[^>]*)?>/i.exec(linked) ?? /<!doctype[^>]*>/i.exec(linked);
  const at = opening ? opening.index + opening[0].length : 0;
  return linked.slice(0, at) + CONNECT + linked.slice(at);
}

/** A content policy that allows what it allowed: the add-in's origins and Microsoft's are this server now, and it is the workbench that frames. */
export function servedPolicy(policy: string, origins: readonly string[]): string {
  const framed = policy.replace(/frame-ancestors[^;]*;?/gi, '');
  return [...origins, OFFICE_CDN].reduce((text, origin) => text.replace(new RegExp(`${escaped(origin)}(?![\\w.:-])`, 'gi'), "'self'"), framed);
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
