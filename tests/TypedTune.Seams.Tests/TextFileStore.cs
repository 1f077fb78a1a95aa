using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace TypedTune.Seams;

/// <summary>
/// Keeps the history of one study at a time in a text file, a line an event. What was appended survives the process and the machine's power; another process that
/// writes to the file meanwhile is noticed. Thread safe.
/// </summary>
/// <param name="path">The file; created when the store is opened first.</param>
public sealed class TextFileStore(string path) : IStudyStore
{
    private static readonly JsonSerializerOptions s_options = new()
    {
        NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    };

    private readonly Lock _gate = new();
    private readonly EventOrder _order = new();
    private bool _isOpen;
    private long _length;

    public IReadOnlyList<StudyEvent> Open(StudyIdentity identity)
    {
        ArgumentNullException.ThrowIfNull(identity);
        lock (_gate)
        {
            string[] lines = ReadWholeLines();
            if (lines.Length == 0)
                AppendLine(JsonSerializer.Serialize(identity.Parts, s_options));
            else if (identity.FindDifference(new StudyIdentity(JsonSerializer.Deserialize<IdentityPart[]>(lines[0], s_options)!)) is { } difference)
                throw new InvalidOperationException($"{path} holds the history of another study: {difference}. Use another file, or continue with what the history was made with.");
            _isOpen = true;
            _order.Restart();
            return [.. lines.Skip(1).Select(Parse)];
        }
    }

    public void Append(StudyEvent happened)
    {
        ArgumentNullException.ThrowIfNull(happened);
        string line = happened.GetType().Name + JsonSerializer.Serialize(happened, happened.GetType(), s_options);
        lock (_gate)
        {
            if (!_isOpen)
                throw new InvalidOperationException("The store was not opened. Give it to a study, which opens it.");
            _order.Require(happened);
            AppendLine(line);
            _order.Add(happened);
        }
    }

    private static StudyEvent Parse(string line)
    {
        string name = line[..Math.Max(0, line.IndexOf('{', StringComparison.Ordinal))], text = line[name.Length..];
        try
        {
            return name switch
            {
                nameof(ProposedEvent) => JsonSerializer.Deserialize<ProposedEvent>(text, s_options)!,
                nameof(ReportedEvent) => JsonSerializer.Deserialize<ReportedEvent>(text, s_options)!,
                nameof(EndedEvent) => JsonSerializer.Deserialize<EndedEvent>(text, s_options)!,
                _ => throw new InvalidDataException($"The history is damaged: this line is no event: {line}"),
            };
        }
        catch (JsonException exception)
        {
            throw new InvalidDataException($"The history is damaged: this line is no event: {line}", exception);
        }
    }

    // Whoever was killed while it appended left a part of a line, which was never acknowledged.
    private string[] ReadWholeLines()
    {
        using var file = new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite);
        byte[] bytes = new byte[file.Length];
        file.ReadExactly(bytes);
        int whole = Array.LastIndexOf(bytes, (byte)'\n') + 1;
        file.SetLength(whole);
        _length = whole;
        return Encoding.UTF8.GetString(bytes, 0, whole).Split('\n')[..^1];
    }

    private void AppendLine(string line)
    {
        using var file = new FileStream(path, FileMode.Open, FileAccess.Write, FileShare.None);
        if (file.Length != _length)
            throw new InvalidOperationException($"Another study writes to {path}. Let it end, or use another file.");
        file.Seek(0, SeekOrigin.End);
        try
        {
            file.Write(Encoding.UTF8.GetBytes($"{line}\n"));
            file.Flush(flushToDisk: true);
        }
        catch (IOException)
        {
            file.SetLength(_length);
            throw;
        }

        _length = file.Length;
    }
}
