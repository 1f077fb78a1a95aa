namespace TypedTune;

/// <summary>Listed values behind a lens.</summary>
internal sealed class LensListedStates<T, TValue>(Lens<T, TValue> lens) : ListedStates<T>
{
    // A value may be null, which no dictionary takes as it is.
    private readonly Dictionary<ValueTuple<TValue>, int> _states = [];
    private readonly Dictionary<int, TValue> _values = [];

    /// <summary>Lists a value.</summary>
    /// <param name="value">The value.</param>
    /// <param name="state">The index that it gets if it is not listed yet.</param>
    public bool TryAdd(TValue value, int state)
    {
        if (!_states.TryAdd(new(value), state))
            return false;
        _values.Add(state, value);
        return true;
    }

    /// <summary>The index of a listed value.</summary>
    public int StateOf(TValue value) => _states[new(value)];

    public override int? Read(T configuration) =>
        lens.TryGet(configuration, out var value) && _states.TryGetValue(new(value!), out int state) ? state : null;

    public override bool TryWrite(T configuration, int state, out T changed)
    {
        bool isListed = _values.TryGetValue(state, out var value);
        changed = isListed ? lens.Set(configuration, value!) : configuration;
        return isListed;
    }

    public override bool AreSame(T left, T right) =>
        lens.TryGet(left, out var one) == lens.TryGet(right, out var other) && EqualityComparer<TValue>.Default.Equals(one, other);

    public override bool IsAtRoot(T configuration) => lens.IsAtRoot(configuration);
}
