import { SearchOutlined } from '@ant-design/icons';
import { Input } from 'antd';
import { useEffect, useRef, useState } from 'react';
import { useBoardSpeech } from './speech.ts';

const PAUSE_MS = 150;

/** Types freely and hands the text on at a pause, so that the address does not change with every key. */
export function SearchText({ value, onChange }: { readonly value: string; readonly onChange: (text: string) => void }) {
  const { say } = useBoardSpeech();
  const [text, setText] = useState(value);
  const handedOn = useRef(value);
  const composing = useRef(false);
  useEffect(() => {
    if (value !== handedOn.current) setText(value);
    handedOn.current = value;
  }, [value]);
  useEffect(() => {
    if (text === handedOn.current || composing.current) return;
    const pause = setTimeout(() => {
      handedOn.current = text;
      onChange(text);
    }, PAUSE_MS);
    return () => clearTimeout(pause);
  }, [text, onChange]);
  return (
    <Input
      className="board-search"
      type="search"
      allowClear
      prefix={<SearchOutlined />}
      aria-label={say('board.search')}
      placeholder={say('board.search')}
      value={text}
      onChange={(event) => setText(event.target.value)}
      onCompositionStart={() => {
        composing.current = true;
      }}
      onCompositionEnd={(event) => {
        composing.current = false;
        setText(`${event.currentTarget.value}`);
        handedOn.current = event.currentTarget.value;
        onChange(event.currentTarget.value);
      }}
    />
  );
}
