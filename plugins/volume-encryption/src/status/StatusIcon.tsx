import type SvgIcon from '@material-ui/core/SvgIcon';
import Block from '@material-ui/icons/Block';
import CheckCircleOutline from '@material-ui/icons/CheckCircleOutline';
import DnsOutlined from '@material-ui/icons/DnsOutlined';
import HelpOutline from '@material-ui/icons/HelpOutline';
import InfoOutlined from '@material-ui/icons/InfoOutlined';
import LockOpen from '@material-ui/icons/LockOpen';
import LockOutlined from '@material-ui/icons/LockOutlined';
import ReportProblemOutlined from '@material-ui/icons/ReportProblemOutlined';
import Schedule from '@material-ui/icons/Schedule';
import VerifiedUser from '@material-ui/icons/VerifiedUser';
import VpnKeyOutlined from '@material-ui/icons/VpnKeyOutlined';
import type { StatusIconName } from './Status';

const icons: Record<StatusIconName, typeof SvgIcon> = {
  shield: VerifiedUser,
  lock: LockOutlined,
  'open-lock': LockOpen,
  key: VpnKeyOutlined,
  servers: DnsOutlined,
  check: CheckCircleOutline,
  info: InfoOutlined,
  question: HelpOutline,
  clock: Schedule,
  warning: ReportProblemOutlined,
  blocked: Block,
};

/** An icon of a status, silent: the words beside it say the same. */
export function StatusIcon({ name }: { name: StatusIconName }) {
  const Icon = icons[name];
  return <Icon fontSize="inherit" aria-hidden />;
}
