using CsvHelper;

namespace TypedTune.Learning;

/// <summary>Reads a source into rows, and says what failures of the source mean.</summary>
internal static class CsvRun
{
    /// <summary>Reads a stream, which is left open.</summary>
    public static void Read(CsvRows rows, Stream stream, CsvOptions options)
    {
        CsvInput input = default;
        try
        {
            input = CsvInput.OpenAsync(stream, options, rows.ReaderOptions(), leaveOpen: true, cancellation: null).AsTask().GetAwaiter().GetResult();
            rows.Read(input.Reader);
        }
        catch (Exception exception) when (rows.Explain(Cause(exception, input), input.Reader) is { } explained)
        {
            throw explained;
        }
        finally
        {
            input.Reader?.Dispose();
        }
    }

    /// <summary>Reads a stream, which is left open, without waiting for it on a thread.</summary>
    public static async Task ReadAsync(CsvRows rows, Stream stream, CsvOptions options, CancellationToken cancellation)
    {
        CsvInput input = default;
        try
        {
            input = await CsvInput.OpenAsync(stream, options, rows.ReaderOptions(), leaveOpen: true, cancellation).ConfigureAwait(false);
            await rows.ReadAsync(input.Reader, cancellation).ConfigureAwait(false);
        }
        catch (Exception exception) when (rows.Explain(Cause(exception, input), input.Reader) is { } explained)
        {
            throw explained;
        }
        finally
        {
            if (input.Reader is { } reader)
                await reader.DisposeAsync().ConfigureAwait(false);
        }
    }

    // A gzip file that is cut ends in nonsense, which is read before the end is.
    private static Exception Cause(Exception exception, CsvInput input) => exception is CsvException && input.Gzip?.FindDamage() is { } damage ? damage : exception;

    /// <summary>Reads text.</summary>
    public static void Read(CsvRows rows, CsvReader text)
    {
        try
        {
            rows.Read(text);
        }
        catch (Exception exception) when (rows.Explain(exception, text) is { } explained)
        {
            throw explained;
        }
    }
}
