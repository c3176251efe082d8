import {
  Button,
  Checkbox,
  CodeInput,
  ErrorPage,
  ErrorSummary,
  NumericInput,
  PasswordInput,
  RadioGroup,
  Select,
  SummaryList,
  Textarea,
  TextInput,
} from '../src/index'

const wrong = 'Số thẻ cần đủ số như in trên thẻ.'

export function Forms() {
  return (
    <>
      <h2 className="mt-10 mb-3">Đăng ký</h2>
      <ErrorSummary
        errors={[
          { id: 'cardNumber', message: wrong },
          { id: 'gender', message: 'Xin chọn một mục.' },
        ]}
      />
      <form>
        <NumericInput
          name="cardNumber"
          label="Số thẻ đảng viên"
          hint="Ví dụ: 12 345678"
          error={wrong}
          defaultValue="12"
          width={12}
        />
        <TextInput name="fullName" label="Họ và tên" autoComplete="name" />
        <PasswordInput name="password" label="Mật khẩu" autoComplete="new-password" hint="Ít nhất 10 ký tự." />
        <CodeInput
          name="code"
          label="Mã xác nhận"
          hint="Mã gồm các chữ số vừa gửi đến điện thoại của đồng chí."
          defaultValue="123456"
        />
        <Select
          name="unit"
          label="Chi bộ"
          placeholder="Chọn chi bộ"
          options={[{ value: '1', label: 'Chi bộ Thôn Mẫu 1' }]}
        />
        <Textarea name="opinion" label="Ý kiến" optional />
        <RadioGroup
          name="gender"
          label="Hình thức dự họp"
          error="Xin chọn một mục."
          options={[
            { value: 'here', label: 'Dự trực tiếp', hint: 'Tại nhà văn hóa thôn' },
            { value: 'absent', label: 'Vắng mặt có lý do' },
          ]}
        />
        <Checkbox name="agree" label="Tôi đã đọc quy chế sử dụng." />
        <div className="actions">
          <Button>Tiếp tục</Button>
          <Button tone="secondary">Lưu nháp</Button>
          <Button tone="danger">Thu hồi</Button>
          <Button tone="quiet">Bỏ qua</Button>
          <Button disabled>Chưa gửi được</Button>
        </div>
      </form>
      <h2 className="mt-10 mb-3">Kiểm tra trước khi gửi</h2>
      <SummaryList
        items={[
          { label: 'Họ và tên', value: 'Người Thử Nghiệm', changeHref: '?' },
          { label: 'Chi bộ', value: 'Chi bộ Thôn Mẫu 1', changeHref: '?' },
        ]}
      />
      <ErrorPage
        code={404}
        title="Không tìm thấy trang"
        contact={{ name: 'quản trị Đảng ủy xã Mẫu', phone: '0255 000 0000' }}
      >
        Trang này không có, hoặc đồng chí chưa được xem. Xin kiểm tra lại địa chỉ.
      </ErrorPage>
    </>
  )
}
