package dev.precept.console.time;

import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.datetimepicker.DateTimePicker;
import java.util.Locale;

/// Fields for a day or a time of day: year first and 24 hours, so that nobody takes a day for a
/// month, whatever language the browser has. A day with a time opens its calendar when it is asked
/// to, not over what somebody types.
public final class Pickers {

    private static final String DAY = "yyyy-MM-dd";

    private Pickers() {}

    public static DatePicker day(String label) {
        var day = new DatePicker(label);
        day.setLocale(Locale.UK);
        day.setI18n(days());
        day.setPlaceholder("2027-01-31");
        return day;
    }

    public static DateTimePicker time(String label) {
        var time = new DateTimePicker(label);
        time.setLocale(Locale.UK);
        time.setDatePickerI18n(days());
        time.setAutoOpen(false);
        time.setDatePlaceholder("2027-01-31");
        time.setDateAriaLabel("Day");
        time.setTimePlaceholder("08:00");
        time.setTimeAriaLabel("Time");
        return time;
    }

    private static DatePicker.DatePickerI18n days() {
        return new DatePicker.DatePickerI18n().setDateFormat(DAY).setFirstDayOfWeek(1);
    }
}
