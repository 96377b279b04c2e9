// A number that may stay empty, as people type it; told to the caller only while it is within bounds.
import { useState } from 'react';
import { TextInput } from '@mantine/core';

type Props = {
  label: string;
  value: number | null;
  /** Bounds of what is typed, in the unit of the label. */
  min: number;
  max: number;
  /** What is typed, times this, is the value: 1000 for kilometres. */
  scale?: number;
  isWhole?: boolean;
  placeholder?: string;
  description?: string;
  /** What to type instead. */
  refusal: string;
  onChange: (value: number | null) => void;
};

/** "3,5", "3.5" and " 3,5 " are one number; null for nothing; NaN for no number. */
export function readNumber(text: string): number | null {
  const plain = text.trim().replace(',', '.');
  if (plain === '') return null;
  return /^\d+(\.\d+)?$/.test(plain) ? Number(plain) : Number.NaN;
}

function write(value: number | null, scale: number): string {
  return value === null ? '' : String(value / scale).replace('.', ',');
}

export function NumberField(props: Props) {
  const { label, value, min, max, scale = 1, isWhole = false, refusal, onChange } = props;
  const isFit = (number: number) =>
    number >= min && number <= max && (!isWhole || Number.isInteger(number));
  const [typed, setTyped] = useState({ text: write(value, scale), value });
  // Another value than the one that was typed came from elsewhere.
  const text = typed.value === value ? typed.text : write(value, scale);
  const read = readNumber(text);
  const isRefused = read !== null && !isFit(read);
  const change = (next: string) => {
    const number = readNumber(next);
    const told = number === null ? null : isFit(number) ? number * scale : value;
    setTyped({ text: next, value: told });
    if (told !== value) onChange(told);
  };
  return (
    <TextInput
      size="xs"
      label={label}
      inputMode="decimal"
      autoComplete="off"
      maxLength={8}
      value={text}
      error={isRefused && refusal}
      placeholder={props.placeholder}
      description={props.description}
      onChange={(event) => change(event.currentTarget.value)}
    />
  );
}
