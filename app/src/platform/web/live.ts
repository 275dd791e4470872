import { useEffect, useRef } from 'react';

export interface LiveStandings {
  readonly organisations: readonly string[];
  readonly at: string;
}

interface Listening {
  /** Standings of these organisations changed. */
  readonly onStandings: (message: LiveStandings) => void;
  /** The connection was lost and is back: something may have been missed. */
  readonly onReturn: () => void;
}

function messageFrom(data: string): LiveStandings | undefined {
  const message: unknown = JSON.parse(data);
  if (typeof message !== 'object' || message === null || !('organisations' in message)) return undefined;
  const { organisations } = message;
  if (!Array.isArray(organisations)) return undefined;
  return { organisations: organisations.map(String), at: 'at' in message ? String(message.at) : '' };
}

/** Listens to `GET /api/live` while the screen is open. The browser reconnects by itself. */
export function useLive(listening: Listening): void {
  const latest = useRef(listening);
  useEffect(() => {
    latest.current = listening;
  });
  useEffect(() => {
    const source = new EventSource('/api/live');
    let lost = false;
    source.addEventListener('standings', (event) => {
      const message = messageFrom(event.data);
      if (message) latest.current.onStandings(message);
    });
    source.addEventListener('error', () => {
      lost = true;
    });
    source.addEventListener('open', () => {
      if (lost) latest.current.onReturn();
      lost = false;
    });
    return () => source.close();
  }, []);
}
