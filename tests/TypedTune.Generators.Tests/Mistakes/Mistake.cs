using System.Text.RegularExpressions;

namespace TypedTune.Generators.Tests.Mistakes;

/// <summary>A mistake that a user makes in the working project. Where it is reported stands between <c>[|</c> and <c>|]</c>.</summary>
/// <param name="Name">What is wrong, in a few words.</param>
/// <param name="Rules">What is printed, one a mark and in the order of files and marks; what the compiler prints beside it stands behind a <c>+</c>.</param>
internal sealed partial record Mistake(string Name, string Rules)
{
    private readonly SortedDictionary<string, string> _files = new(WorkingProject.Files.ToDictionary(), StringComparer.Ordinal);

    /// <summary>Properties of the project.</summary>
    public string Properties { get; init; } = "";

    /// <summary>The name of the project's folder.</summary>
    public string Folder => NoLetters().Replace(Name, "-").Trim('-');

    /// <summary>The files, without marks.</summary>
    public IEnumerable<(string Name, string Text)> Files => _files.Select(file => (file.Key, file.Value.Replace("[|", "", StringComparison.Ordinal).Replace("|]", "", StringComparison.Ordinal)));

    /// <summary>What is printed: a place, as file, line and column from 1, and a rule or an error of the compiler.</summary>
    public IEnumerable<string> Expected => Places().Zip(Rules.Split(' ')).SelectMany(pair => pair.Second.Split('+').Select(id => $"{pair.First} {id}")).Order(StringComparer.Ordinal);

    /// <summary>Replaces text of the working project, which occurs once.</summary>
    public Mistake Write(string before, string after)
    {
        var (name, text) = Assert.Single(_files, file => file.Value.Contains(before, StringComparison.Ordinal));
        Assert.Equal(text.IndexOf(before, StringComparison.Ordinal), text.LastIndexOf(before, StringComparison.Ordinal));
        _files[name] = text.Replace(before, after, StringComparison.Ordinal);
        return this;
    }

    /// <summary>Adds a file.</summary>
    public Mistake Add(string name, string text)
    {
        _files.Add(name, $"using TypedTune;\nusing TypedTune.Learning;\n\n{text}");
        return this;
    }

    /// <summary>Leaves a file of the working project out.</summary>
    public Mistake Without(string name)
    {
        Assert.True(_files.Remove(name));
        return this;
    }

    public override string ToString() => Name;

    private IEnumerable<string> Places()
    {
        bool isMarked = false;
        foreach (var (name, text) in _files)
        {
            string[] lines = text.Split('\n');
            for (int line = 0; line < lines.Length; line++)
            {
                for (int mark; (mark = lines[line].IndexOf("[|", StringComparison.Ordinal)) >= 0; isMarked = true)
                {
                    yield return $"{name}({line + 1},{mark + 1})";
                    lines[line] = lines[line].Remove(mark, 2);
                    int end = lines[line].IndexOf("|]", mark, StringComparison.Ordinal);
                    lines[line] = end < 0 ? lines[line] : lines[line].Remove(end, 2);
                }
            }
        }

        // What is wrong with a project as a whole has no place in a file.
        if (!isMarked)
            yield return "CSC";
    }

    [GeneratedRegex("[^A-Za-z0-9]+")]
    private static partial Regex NoLetters();
}
