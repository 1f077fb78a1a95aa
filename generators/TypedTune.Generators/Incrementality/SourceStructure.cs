namespace TypedTune.Generators.Incrementality;

/// <summary>
/// Which files of a project can matter to which, by the names that they declare and mention. An edit that changes none of
/// these, as nearly every key does, leaves it as it is, so that it is kept from key to key.
/// </summary>
/// <remarks>
/// A declaration can only see a type whose name it mentions, or that is mentioned where such a type is declared, and so on;
/// what matters to a file is therefore found by names alone, too much rather than too little. Holds names and numbers of files
/// alone, nothing of a compilation. Thread safe.
/// </remarks>
internal sealed class SourceStructure
{
    private readonly string[][] _mentions;
    private readonly int[] _globals;
    private readonly Dictionary<string, List<int>> _declaredIn = [];
    private readonly Dictionary<string, SortedSet<string>> _spellings = new(StringComparer.OrdinalIgnoreCase);
    private readonly int[]?[] _reached;

    public SourceStructure(SourceFile[] files)
    {
        _mentions = [.. files.Select(file => file.Mentions)];
        _globals = [.. Enumerable.Range(0, files.Length).Where(i => files[i].IsGlobal)];
        _reached = new int[files.Length][];
        for (int i = 0; i < files.Length; i++)
        {
            foreach (string name in files[i].Declares)
                Add(_declaredIn, name, i);
            foreach (string name in files[i].Declares.Concat(files[i].Namespaces.SelectMany(space => space.Split('.'))))
                Spellings(name).Add(name);
        }

        Aliases = [.. files.SelectMany(file => file.Aliases)];
        Names = _spellings.Values.Where(spellings => spellings.Count > 1).SelectMany(spellings => spellings)
            .Concat(files.SelectMany(file => file.Namespaces).Distinct().Select(name => $"namespace {name}"))
            .Aggregate(Fingerprint.Empty, (sum, name) => sum + Fingerprint.Empty.Add(name));
    }

    /// <summary>Names by which an attribute may go instead of its own.</summary>
    public HashSet<string> Aliases { get; }

    /// <summary>A fingerprint of what matters to every file: which namespaces there are, and names that differ in case alone.</summary>
    public Fingerprint Names { get; }

    /// <summary>The files that can matter to one, itself among them, by their numbers.</summary>
    public int[] Reach(int file) => _reached[file] ??= Find(file);

    /// <summary>A name for a type's file that differs from every other one not in case alone, as names of files must.</summary>
    /// <param name="hintName">The type's full name.</param>
    public string Distinguish(string hintName)
    {
        var parts = hintName.Split('.');
        for (int i = 0; i < parts.Length; i++)
            parts[i] = string.Join("+", parts[i].Split('+').Select(Number));
        return string.Join(".", parts);
    }

    private string Number(string part)
    {
        string name = part.Split('-')[0];
        if (!_spellings.TryGetValue(name, out var spellings) || spellings.Count == 1)
            return part;
        int number = spellings.TakeWhile(spelling => spelling != name).Count();
        return number == 0 ? part : $"{part}({number + 1})";
    }

    private int[] Find(int start)
    {
        var reached = new HashSet<int>(_globals) { start };
        var pending = new Stack<int>(reached);
        while (pending.Count > 0)
        {
            foreach (string name in _mentions[pending.Pop()])
            {
                if (!_declaredIn.TryGetValue(name, out var declaring))
                    continue;
                foreach (int file in declaring)
                {
                    if (reached.Add(file))
                        pending.Push(file);
                }
            }
        }

        return [.. reached];
    }

    private SortedSet<string> Spellings(string name)
    {
        if (!_spellings.TryGetValue(name, out var spellings))
            _spellings.Add(name, spellings = new SortedSet<string>(StringComparer.Ordinal));
        return spellings;
    }

    private static void Add(Dictionary<string, List<int>> index, string name, int file)
    {
        if (!index.TryGetValue(name, out var files))
            index.Add(name, files = []);
        files.Add(file);
    }
}
