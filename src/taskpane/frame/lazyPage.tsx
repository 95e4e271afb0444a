/** A page that is loaded when it is first wanted: grey until it is there, and a sentence with Retry where it does not come. */
import { type ComponentType, type ReactNode, useCallback, useEffect, useState } from 'react';
import { EmptyState } from '../parts/emptyState';
import { PageContent } from '../parts/page';
import { frame } from '../sentences/frame';
import { Loading } from './loading';
import { Button } from '../parts/button';

export type LazyPage<Props> = ComponentType<Props> & {
  /** Loads it ahead, so that it shows at once and without a network. */
  readonly load: () => Promise<void>;
};

type Loaded<Props> = { readonly kind: 'waiting' | 'failed' } | { readonly kind: 'loaded'; readonly page: ComponentType<Props> };

export function lazyPage<Props extends object>(title: string, fetchPage: () => Promise<ComponentType<Props>>): LazyPage<Props> {
  let known: ComponentType<Props> | null = null;
  const load = async (): Promise<ComponentType<Props>> => {
    known ??= await fetchPage();
    return known;
  };
  function Lazy(props: Props): ReactNode {
    const [loaded, setLoaded] = useState<Loaded<Props>>(() => (known === null ? { kind: 'waiting' } : { kind: 'loaded', page: known }));
    const start = useCallback(() => {
      setLoaded({ kind: 'waiting' });
      load().then((page) => setLoaded({ kind: 'loaded', page }), () => setLoaded({ kind: 'failed' }));
    }, []);
    useEffect(() => {
      if (known === null) start();
    }, [start]);
    if (loaded.kind === 'loaded') {
      const { page: Page } = loaded;
      return <Page {...props} />;
    }
    if (loaded.kind === 'waiting') return <Loading title={title} />;
    return (
      <PageContent title={title} footer={<Button appearance="primary" size="large" onClick={start}>{frame.retry}</Button>}>
        <EmptyState title={frame.pageNotLoaded} hint={frame.pageNotLoadedHint} />
      </PageContent>
    );
  }
  return Object.assign(Lazy, { load: async () => void (await load()) });
}
