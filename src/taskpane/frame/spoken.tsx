/** What a screen reader hears. It is a store of its own: a sentence at every key of a search must not draw the page anew. */
import { makeStyles } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { type Store, useStore } from './useStore';

const useStyles = makeStyles({ spoken: { position: 'absolute', width: '1px', height: '1px', overflow: 'hidden', clipPath: 'inset(50%)' } });

export interface Voice extends Store<string> {
  /** Stays the same function, so that it can be handed on. */
  readonly say: (sentence: string) => void;
}

export function newVoice(): Voice {
  const listeners = new Set<() => void>();
  let spoken = '';
  return {
    getState: () => spoken,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    say: (sentence) => {
      spoken = sentence;
      for (const listener of [...listeners]) listener();
    },
  };
}

export function SpokenText({ children }: { readonly children: string }): ReactNode {
  return <div className={useStyles().spoken} role="status">{children}</div>;
}

export function Spoken({ voice }: { readonly voice: Voice }): ReactNode {
  return <SpokenText>{useStore(voice)}</SpokenText>;
}
