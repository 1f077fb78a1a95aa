namespace TypedTune.Learning;

/// <summary>Which codes of a column go left in a split: of numbers those up to one, with or without the missing ones; of categories a set.</summary>
internal sealed class LeftCodes
{
    private const int Bits = 64;

    private ulong[] _set = [];
    private int _last;
    private int _missing;
    private bool _isSet;
    private bool _takesMissing;

    /// <summary>Takes the numbers up to a code.</summary>
    /// <param name="last">The last code on the left; −1 where only missing values go left.</param>
    /// <param name="missing">The code of missing values.</param>
    /// <param name="takesMissing">Whether those go left.</param>
    public void SetNumbers(int last, int missing, bool takesMissing) => (_last, _missing, _takesMissing, _isSet) = (last, missing, takesMissing, false);

    /// <summary>Begins a set, with nothing in it.</summary>
    /// <param name="codes">How many codes there are.</param>
    public void BeginSet(int codes)
    {
        int words = (codes + Bits - 1) / Bits;
        if (_set.Length < words)
            _set = new ulong[words];
        else
            _set.AsSpan().Clear();
        _isSet = true;
    }

    /// <summary>Adds a code to the set.</summary>
    public void Add(int code) => _set[code / Bits] |= 1UL << (code % Bits);

    /// <summary>Takes a code out of the set.</summary>
    public void Remove(int code) => _set[code / Bits] &= ~(1UL << (code % Bits));

    /// <summary>Whether a code goes left.</summary>
    public bool Contains(int code) => _isSet
        ? (_set[code / Bits] >> (code % Bits) & 1) != 0
        : code == _missing ? _takesMissing : code <= _last;
}
