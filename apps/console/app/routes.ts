import { index, type RouteConfig, route } from '@remix-run/route-config'

export default [
  index('provinces/fleet.tsx'),
  route('dang-nhap', 'sign-in/password.tsx'),
  route('dang-nhap/ma', 'sign-in/code.tsx'),
  route('dang-xuat', 'sign-in/sign-out.tsx'),
  route('tinh/:slug', 'provinces/province.tsx'),
  route('tinh/:slug/kiem-tra', 'provinces/doctor.tsx'),
  route('tinh/:slug/tam-dung', 'provinces/suspend.tsx'),
  route('tinh/:slug/mo-lai', 'provinces/resume.tsx'),
  route('nguong', 'provinces/thresholds.tsx'),
  route('nguoi-van-hanh', 'operators/list.tsx'),
  route('nguoi-van-hanh/moi', 'operators/invite.tsx'),
  route('nguoi-van-hanh/:id', 'operators/operator.tsx'),
  route('loi-moi/:token', 'sign-in/use-link.tsx'),
  route('tai-khoan', 'account/account.tsx'),
  route('tai-khoan/ma', 'account/new-factor.tsx'),
  route('nhat-ky', 'trail/trail.tsx'),
  route('nhat-ky/bang.csv', 'trail/trail-file.ts'),
  route('demo', 'demo/messages.tsx'),
  route('ngon-ngu', 'shell/language-choice.tsx'),
  route('*', 'shell/not-found.tsx'),
] satisfies RouteConfig
