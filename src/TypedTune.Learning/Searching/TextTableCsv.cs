using CsvHelper;

namespace TypedTune.Learning;

/// <summary>Writes trials as comma-separated values.</summary>
internal static class TextTableCsv
{
    public static void Write(TextTable table, TextWriter to)
    {
        using var writer = CsvWriter.Create(to, new CsvWriterOptions { NewLine = "\n" }, leaveOpen: true);
        foreach (var line in table.Rows.Prepend(table.Headers))
        {
            foreach (string field in line)
                writer.WriteField(field);
            writer.EndRecord();
        }
    }
}
