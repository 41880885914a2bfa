"""A raw record as the national database shows it; the words are ours, the shape is theirs."""

RAW = {
    "ma_thu_tuc": "1.001193",
    "detail_url": "https://dichvucong.gov.vn/thu-tuc-hanh-chinh/019d2bfd",
    "formality_id": "",
    "ten_thu_tuc": "Thủ tục đăng ký khai sinh",
    "so_quyet_dinh": "163/QĐ-BTP",
    "cap_thuc_hien": "Cấp tỉnh, Cấp xã",
    "loai_thu_tuc": "TTHC được giao luật quy định chi tiết",
    "linh_vuc": "Hộ tịch",
    "doi_tuong_thuc_hien": "Cán bộ, công chức, viên chức, Công dân Việt Nam",
    "co_quan_co_tham_quyen": "",
    "dia_chi_tiep_nhan": "",
    "co_quan_duoc_uy_quyen": "",
    "co_quan_phoi_hop": "",
    "thu_tuc_lien_quan": "Không có thông tin",
    "trinh_tu_thuc_hien": "- Nộp hồ sơ.\n- Nhận kết quả.",
    "cach_thuc_thuc_hien": (
        "Hình thức nộpThời gianPhí, lệ phíMô tảTrực tuyến1Miễn phí"
        "Dịch vụ bưu chính3 NgàyMiễn phíTrực tiếp1Miễn phí"
    ),
    "thanh_phan_ho_so": (
        "* Giấy tờ phải nộp:Tên giấy tờMẫu đơn, tờ khaiSố lượngTờ khai đăng ký1 bản chính"
    ),
    "can_cu_phap_ly": "Tên văn bản pháp lýMã văn bảnLuật Hộ tịch60/2014/QH13",
    "co_quan_thuc_hien": "Ủy ban nhân dân cấp xã",
    "yeu_cau_dieu_kien": "Không có thông tin",
    "ket_qua_xu_ly": (
        "Giấy khai sinhMã: KQ.G15.000031Từ khóaKhông có thông tinMô tảKhông có thông tin"
        "Chọn cơ quan thực hiệnTỉnh/ Thành phốNộp hồ sơ"
    ),
    "raw_text": (
        "Thủ tục đăng ký khai sinhTên thủ tụcThủ tục đăng ký khai sinhMã thủ tục1.001193"
        "Số quyết định163/QĐ-BTPCấp thực hiệnCấp tỉnh, Cấp xãLoại thủ tụcTTHCLĩnh vựcHộ tịch"
        "Đối tượng thực hiệnCông dân Việt NamCơ quan có thẩm quyềnĐịa chỉ tiếp nhận HS"
        "Cơ quan được ủy quyềnCơ quan phối hợpThủ tục hành chính liên quanKhông có thông tin"
        "Trình Tự Thực Hiện- Nộp hồ sơ.Cơ quan thực hiệnKhông có thông tin"
        "Yêu cầu, điều kiện thực hiệnKhông có thông tin"
        "Kết quả xử lýGiấy khai sinhMã: KQ.G15.000031Từ khóaKhông có thông tin"
    ),
}


def raw(**changes: object) -> dict[str, object]:
    return {**RAW, **changes}
