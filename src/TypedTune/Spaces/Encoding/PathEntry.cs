using System.Globalization;

namespace TypedTune;

/// <summary>All that a space gives to one path: listed values, options and numbers. Gathered while the space is read.</summary>
/// <typeparam name="T">The configuration.</typeparam>
/// <param name="path">The members that lead to the hyperparameter.</param>
/// <param name="choices">The options that must be taken for it to exist.</param>
internal sealed class PathEntry<T>(string path, IReadOnlyList<ChosenOption<T>> choices)
{
    private readonly List<ListedStates<T>> _listed = [];
    private readonly List<ChosenOption<T>> _options = [];
    private readonly Dictionary<string, int> _optionStates = [];
    private readonly List<NumberView<T>> _numbers = [];
    private readonly List<string> _names = [];

    public string Path => path;

    public IReadOnlyList<ChosenOption<T>> Choices => choices;

    public IReadOnlyList<ListedStates<T>> Listed => _listed;

    public IReadOnlyList<ChosenOption<T>> Options => _options;

    public IReadOnlyList<NumberView<T>> Numbers => _numbers;

    /// <summary>Whether there is more to the path than one kind of number.</summary>
    public bool IsChoice => _names.Count > 0 || _numbers.Count > 1;

    /// <summary>The options by index, those of the numbers last.</summary>
    public IReadOnlyList<string> Names =>
        [.. _names, .. _numbers.Select(number => _numbers.Count == 1 ? "number" : number.IsWhole ? "whole number" : "real number")];

    public void AddValues<TValue>(Lens<T, TValue> lens, IEnumerable<TValue> values)
    {
        if (Find<TValue>() is not { } listed)
            _listed.Add(listed = new LensListedStates<T, TValue>(lens));
        foreach (var value in values)
        {
            if (listed.TryAdd(value, _names.Count))
                _names.Add(value is null ? "null" : Convert.ToString(value, CultureInfo.InvariantCulture) ?? "");
        }
    }

    public void AddOption(ChosenOption<T> option)
    {
        if (!_optionStates.TryAdd(option.Name, _names.Count))
            return;
        _options.Add(option);
        _names.Add(option.Name);
    }

    public void AddNumber<TValue>(Lens<T, TValue> lens, NumberCode<TValue> code)
    {
        if (!_numbers.Any(number => number.IsWhole == code.IsWhole))
            _numbers.Add(new LensNumberView<T, TValue>(lens, code));
    }

    public int StateOf(string option) => _optionStates[option];

    public int StateOf(NumberView<T> number) => _names.Count + _numbers.IndexOf(number);

    public int StateOf<TValue>(TValue value) => Find<TValue>()!.StateOf(value);

    private LensListedStates<T, TValue>? Find<TValue>() => _listed.OfType<LensListedStates<T, TValue>>().FirstOrDefault();
}
