import type { Words } from '@luoshi/engine';
import { createContext, useContext } from 'react';
import { useBoardSpeech } from '../speech.ts';

/** Titles of the forms an explanation may cite, by id. */
export const FormTitles = createContext<Readonly<Record<string, Words>>>({});

export function useFormTitle(): (form: string) => string {
  const titles = useContext(FormTitles);
  const { pick } = useBoardSpeech();
  return (form) => {
    const title = titles[form];
    return title ? pick(title) : form;
  };
}
