// Short notices at the edge of the screen, such as "Tersimpan" with its undo. Loaded after the first view.
import { Notifications } from '@mantine/notifications';
import './mantine-parts.ts';
import '@mantine/notifications/styles.layer.css';

export default function Notices() {
  return <Notifications position="bottom-center" limit={3} zIndex={400} />;
}
